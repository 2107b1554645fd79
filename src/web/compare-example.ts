import type { Pasted } from './compare-page.tsx';

/** Three short articles of invented outlets, to try the comparison with. */
export const COMPARE_EXAMPLE: readonly Pasted[] = [
  {
    outlet: 'Morning Ferry',
    publishedAt: '2025-03-03',
    text: [
      'Bridge collapses near Ostrava',
      '',
      'At least four people were killed when a bridge near Ostrava collapsed on Monday, police said. About 20 people were injured. Two children were among the dead.',
    ].join('\n'),
  },
  {
    outlet: 'Hill Tribune',
    publishedAt: '2025-03-03',
    text: [
      'Seven dead after bridge falls',
      '',
      'A bridge near Ostrava collapsed on Monday and killed seven people, the regional hospital said. It treated 21 injured people.',
    ].join('\n'),
  },
  {
    outlet: 'Coastal Wire',
    publishedAt: '2025-03-03',
    text: [
      'Three killed in bridge collapse',
      '',
      'Three people were killed when a bridge near Ostrava collapsed on Monday, the mayor said. Police said that 20 people were injured.',
    ].join('\n'),
  },
];
