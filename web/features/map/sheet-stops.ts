/** Heights at which the sheet rests. */
export type SheetStop = "peek" | "half" | "full";

/** Where a sheet let go at this share of the screen's height comes to rest. */
export function stopFor(share: number): SheetStop {
  if (share < 0.26) return "peek";
  return share < 0.66 ? "half" : "full";
}

/** Where a press on the handle takes it. */
export function nextStop(stop: SheetStop): SheetStop {
  return stop === "peek" ? "half" : stop === "half" ? "full" : "peek";
}
