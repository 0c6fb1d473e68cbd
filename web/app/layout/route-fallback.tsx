/** Blank frame of the right size while the first page's code arrives. */
export function RouteFallback() {
  return <div className="route-fallback" aria-busy="true" />;
}
