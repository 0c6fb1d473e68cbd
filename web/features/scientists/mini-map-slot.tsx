import type { CSSProperties, ReactNode } from "react";

/** Height of one line of the map's key with the gap above it, px. */
const KEY_LINE = 22;

/** Where the small map goes. It is as high as the map and its key will be, so that nothing beneath moves when they arrive. */
export function MiniMapSlot({ count, children }: { count: number; children: ReactNode }) {
  const style: CSSProperties & Record<"--key-height", string> = { "--key-height": `${count * KEY_LINE}px` };
  return (
    <div className="mini-map-slot" style={style}>
      {children}
    </div>
  );
}
