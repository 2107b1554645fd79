/** Words that open a clause. */
export const WH = new Set(['that', 'if', 'whether', 'how', 'why', 'what', 'who', 'when', 'where', 'which']);
