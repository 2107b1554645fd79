/** Nouns of a place that a name before them tells apart: "Aleppo province", "Gaza hospital". */
export const PLACE_NOUNS = new Set(
  'city town village province district region governorate state county area neighborhood neighbourhood camp strip suburb border valley peninsula island capital market hospital airport prison square street road university school mosque church station base checkpoint port coast countryside dam bridge mine factory refinery plant stadium'.split(
    ' ',
  ),
);

/** Houses and the like, of which a wider place has many. */
const HOUSES =
  'mall restaurant hotel club nightclub theatre theater hall compound facility centre center resort beach lake river park building apartment house home farm store shop supermarket cafe office court depot highway hospital hostel dormitory college barracks post shelter temple synagogue monastery tunnel ship ferry boat train bus condo'.split(
    ' ',
  );

/** What happens in a place, to people. */
export const HAPPENINGS = new Set(
  'attack strike airstrike crash collision explosion blast bombing bomb shooting stabbing fire blaze inferno raid ambush stampede shipwreck landslide collapse derailment massacre kidnapping murder killing death slaying shootout gunfight spree rampage disaster tragedy earthquake quake flood flooding wildfire eruption outbreak epidemic protest clash unrest siege accident incident'.split(
    ' ',
  ),
);

/** What strikes the whole of the place that it is told of. */
const WIDE = new Set(
  'earthquake quake flood flooding wildfire eruption outbreak epidemic protest unrest'.split(' '),
);

/** Words between "in" and the name of a place that say which end of it. */
export const DIRECTION =
  /^(?:the|north|south|east|west|central|(?:north|south|mid)?-?(?:east|west)?(?:ern)?|(?:north|south)ern)$/;

/** What is inside a wider place and not told by a name: "a mall in central Ukraine", "an attack in Syria". */
export const INSIDE_NOUNS = new Set(
  [...PLACE_NOUNS, ...HOUSES, ...HAPPENINGS].filter((noun) => !WIDE.has(noun)),
);
