import { Link } from "react-router";
import { formatExact } from "../../lib/format.ts";

/** A number that opens the list it counts; none to open when it is nought, or for those who may not see the list. */
export function NumberLink({
  count,
  to,
  label,
  tone = "plain",
}: {
  count: number;
  to: string | null;
  label: string;
  tone?: "plain" | "warning" | "danger";
}) {
  const text = formatExact(count);
  if (count === 0 || to === null) return <span className={count === 0 ? "unknown" : undefined}>{text}</span>;
  return (
    <Link className={`pl-number pl-number-${tone}`} to={to} aria-label={`${label}: ${text}`}>
      {text}
    </Link>
  );
}
