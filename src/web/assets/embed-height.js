// Tells the page around the frame how high the view is, so that it can make the frame as high. Says nothing else.
const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  window.parent.postMessage({ type: 'crosscheck:height', height }, '*');
};

if (window.parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}
