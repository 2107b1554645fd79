/** The time, for those who may ask for it. */
export const now = (): Date => new Date();
