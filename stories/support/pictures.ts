// Made in the page: no story asks the network for anything.

/** What an ad shows. */
export const adPicture = toUrl(`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120">
  <defs><radialGradient id="g" cx="30%" cy="30%"><stop stop-color="#ffe3b8"/><stop offset=".6" stop-color="#f0a04b"/><stop offset="1" stop-color="#b4532a"/></radialGradient></defs>
  <rect width="120" height="120" fill="url(#g)"/>
</svg>`);

/** The photo of a subscriber. */
export const portrait = toUrl(`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120">
  <rect width="120" height="120" fill="#cfe3d4"/>
  <circle cx="60" cy="48" r="24" fill="#8a5a3c"/>
  <path d="M12 120c0-30 20-44 48-44s48 14 48 44z" fill="#2f6f5e"/>
</svg>`);

function toUrl(svg: string): string {
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}
