/** Redirects a reader from an old address, and keeps query and fragment. */
const to = document.currentScript?.dataset.to;
if (to !== undefined) location.replace(to + location.search + location.hash);
