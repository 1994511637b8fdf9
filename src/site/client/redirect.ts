/** Sends a reader who followed an old address on, with the question and the heading that the address named. */
const to = document.currentScript?.dataset.to;
if (to !== undefined) location.replace(to + location.search + location.hash);
