/** Participles that do not end like one. */
const IRREGULAR =
  /^(?:held|shot|caught|found|lost|kept|sent|left|hurt|hit|struck|brought|built|sold|cut|led|fed|paid)$/;

/** Whether a verb can be a participle: "held", "seized", "carrying". */
export const isParticiple = (lower: string): boolean => /(?:ing|ed|en)$/.test(lower) || IRREGULAR.test(lower);
