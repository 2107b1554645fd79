/** A predicate that does not ship, as somebody writes it into a folder of their own. */
export const CLOSED = `id: bridges.closed
title: bridges closed
question: "bridges closed {place} {time}"
kind: quantity
timeClass: flow
unit: bridge
subjects: [bridge]
triggers:
  active: [close]
examples:
  takes:
    - { text: "The city closed four bridges.", value: "four", subject: "bridges" }
  leaves:
    - "The city closed four schools."
`;
