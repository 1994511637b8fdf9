/** Nothing: these tags serve a search service that this site does not use. */
export default function SearchMetadata() {
  return null;
}
