/**
 * Chart: figures as drawings, one set of marks for a file and for a page.
 *
 *   takes  a consensus with its claims, a timeline, or the consensus rows of a topic
 *   gives  SVG whose places are percentages, so that its letters keep their size at any width
 *   never  tells two things apart by colour alone, or writes a style that a strict policy would refuse
 */
export { drawFigure, PAST } from './figure-chart.tsx';
export { FIGURE_LIMIT, figureModel } from './figure-model.ts';
export { THEMES } from './palette.ts';
export { drawToll, hasToll } from './toll-chart.tsx';
export { drawTopic, TOPIC_LIMIT } from './topic-chart.tsx';
