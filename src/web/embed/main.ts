import { CrosscheckElement } from './crosscheck-element.ts';

class CrosscheckConsensus extends CrosscheckElement {
  protected override query(): Record<string, string> {
    return { show: 'consensus' };
  }
}

class CrosscheckDiscrepancies extends CrosscheckElement {
  protected override query(): Record<string, string> {
    return { show: 'discrepancies' };
  }
}

class CrosscheckFigure extends CrosscheckElement {
  protected override query() {
    const group = this.getAttribute('group');
    return group ? { figure: group } : null;
  }
}

const ELEMENTS = {
  'crosscheck-consensus': CrosscheckConsensus,
  'crosscheck-discrepancies': CrosscheckDiscrepancies,
  'crosscheck-figure': CrosscheckFigure,
};

// A page may hold the line more than once, and a name can be given only once.
for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element);
