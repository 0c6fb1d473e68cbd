/**
 * Reads design tokens (custom properties of styles/tokens.css) for code that cannot use CSS, such as the map's paint and the component theme.
 * @returns a function from token name without the leading dashes to its value; throws when the name does not exist
 */
export function readTokens(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    if (!value) throw new Error(`styles/tokens.css has no --${name}`);
    return value;
  };
}
