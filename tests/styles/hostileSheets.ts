import bootstrap from '../../stories/support/hosts/bootstrap.css?inline';
import hostile from '../../stories/support/hosts/hostile.css?inline';
import tailwind from '../../stories/support/hosts/tailwind.css?inline';

/** Everything on the page but the frame of the browser and of the test. */
const anything = 'body *:where(:not(style, .test-column))';

/** What hosts do to a page, and nobody does on purpose. None of it is in a layer, so that it wins over every layer. */
export const hostileSheets: { readonly [name: string]: string } = {
  'Tailwind preflight': tailwind.replace('@layer host', '@media all'),
  'Bootstrap reset': bootstrap,
  'a page that was written for itself': hostile,
  'all: unset': `${anything} { all: unset }`,
  'all: revert': `${anything} { all: revert }`,
  'a root of 62.5%': 'html { font-size: 62.5% }',
  'text that is handed down': `body {
    font: italic small-caps 700 expanded 22px/3 serif; letter-spacing: 3px; word-spacing: 9px;
    text-transform: uppercase; text-align: center; text-indent: 30px; text-shadow: 1px 1px red;
    white-space: pre; color: red; cursor: wait; hyphens: auto; word-break: break-all;
    -webkit-text-fill-color: red; font-kerning: none; line-break: anywhere; writing-mode: horizontal-tb;
    list-style: square; quotes: none; caret-color: red; tab-size: 1; text-rendering: geometricPrecision;
  }`,
  'text that is set everywhere': `* {
    font-style: italic; letter-spacing: 2px; text-transform: uppercase; word-spacing: 5px; line-height: 3;
    text-indent: 9px; text-shadow: 1px 1px red;
  }`,
  // The element is a box of the host's: its own place and size are its own to say.
  'boxes that are set everywhere': `${anything}:where(:not(subscriber-card)) {
    margin: 7px; padding: 7px; border: 3px solid red; border-radius: 9px; box-sizing: content-box;
    min-width: 10px; max-width: 50%; background: yellow; box-shadow: 0 0 9px red; outline: 1px solid red;
    float: left; vertical-align: top; overflow: visible; transform: rotate(1deg); opacity: 0.9; z-index: 9;
    transition: all 1s; animation: none; filter: blur(1px);
  }`,
  'elements by their names': `
    h1, h2, h3, h4, h5 { color: red; font: bold 40px/2 serif; margin: 1em; border-bottom: 2px solid; text-align: center }
    h2::after, h3::after { content: "¶" }
    p { max-width: 65ch; margin: 1em 0; text-indent: 2em }
    a, a:hover { color: red; text-decoration: underline wavy; font-weight: bold; border-bottom: 1px solid }
    a::before { content: "→" }
    ul, ol { padding-left: 40px; margin: 1em 0; list-style: square; columns: 2 }
    li { margin: 1em; float: left } li::before { content: "–" } li + li { margin-top: 2em }
    button, input, select, textarea {
      width: 100%; height: 50px; min-height: 50px; margin: 5px; padding: 9px; border: 2px solid red; background: yellow;
      color: red; font: bold 20px serif; text-transform: uppercase; letter-spacing: 2px; border-radius: 0;
      box-shadow: 0 0 5px red; appearance: auto; transition: all 1s; cursor: crosshair;
    }
    button::before { content: "» " }
    label, dt { display: block; float: left; width: 120px; font-weight: bold }
    section, article, header, footer, aside, form, div, span { position: relative; z-index: 5 }
    section, article, header, footer, aside { display: flex; flex-direction: row; margin: 2em; padding: 2em; background: silver }
    svg, img { width: 100%; height: auto; max-width: 60%; border: 2px solid red; vertical-align: baseline }
    path { fill: red; stroke-width: 9 }
    b, strong { color: red; font-weight: 900 } time { font-style: italic; color: red } bdi { color: red }
    :focus { outline: none }
  `,
};
