// The first script of the page: nothing can break the policy unheard.
/** @type {string[]} */
const violations = [];
Object.assign(window, { violations });
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile})`);
});
