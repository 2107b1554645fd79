/** The colours of a drawing. `series` goes with SHAPES and DASHES: each entry differs in all three. */
export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  line: string;
  band: string;
  series: readonly string[];
}

/** `page` leaves the colours to the style sheet of the page, which knows light, dark and paper. */
export type Theme = 'light' | 'dark' | 'page';

/** How many things a drawing tells apart; all that follow share the last, neutral look. */
export const SERIES = 7;

/** Hues after Okabe and Ito, darkened or lightened until each has 4.5:1 against its paper. */
export const THEMES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1c1d1f',
    soft: '#565a61',
    line: '#d9d4c9',
    band: '#d6e6f2',
    series: ['#1f5fa8', '#b13c07', '#00705a', '#8a4288', '#7a5c00', '#14637f', '#a0305c', '#565a61'],
  },
  dark: {
    paper: '#1b1d20',
    ink: '#ebeae6',
    soft: '#a9adb4',
    line: '#3a3e45',
    band: '#24384a',
    series: ['#8ab8f0', '#f3936a', '#5fcfae', '#d9a3d6', '#e0c063', '#7ad0f5', '#f09ab8', '#a9adb4'],
  },
  page: {
    paper: 'var(--sheet)',
    ink: 'var(--ink)',
    soft: 'var(--soft)',
    line: 'var(--chart-line)',
    band: 'var(--chart-band)',
    series: [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `var(--series-${index})`),
  },
};

/** One stroke pattern a series; empty: solid. */
export const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 4', '12 4', '1 4', '3 6'] as const;
