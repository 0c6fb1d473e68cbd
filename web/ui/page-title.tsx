/** Title of the browser tab: the page first, then the product. */
export function PageTitle({ page, product }: { page: string; product: string }) {
  return <title>{page ? `${page} · ${product}` : product}</title>;
}
