import type { ReactNode } from "react";

/**
 * Records in a table; on a phone one below the other, each cell with its `data-label`. `title` is for those who hear the page; the rows
 * are its children.
 */
export function RecordsTable({ title, columns, children }: { title: string; columns: readonly ReactNode[]; children: ReactNode }) {
  return (
    <div className="records-box">
      <table className="records">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns neither move nor come and go
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
