/** When the stories take place, in milliseconds: what they show is the same on every day. */
export const storyNow = Date.parse('2025-11-12T14:20:00Z');

const readRealTime = Date.now;

/** Sets the page's clock to the moment of the stories. It goes on from there. */
export function startStoryClock() {
  const start = readRealTime();
  Date.now = () => storyNow + readRealTime() - start;
}
