/** Renders nothing: these tags are for a search service that this site does not use. */
export default function SearchMetadata() {
  return null;
}
