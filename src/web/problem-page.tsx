import { Page } from './layout.tsx';

/** A page that could not be shown. */
export const ProblemPage = (props: { title: string; detail: string; style: string }) => (
  <Page title={`${props.title} – Crosscheck`} style={props.style}>
    <div class="hero">
      <h1>{props.title}</h1>
      <p>{props.detail}</p>
      <p>
        <a href="/">All topics</a>
      </p>
    </div>
  </Page>
);
