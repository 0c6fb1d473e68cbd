import { type RefObject, useLayoutEffect, useRef } from "react";

/** A reference that always holds the value of the latest render, for callbacks that outlive one. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const reference = useRef(value);
  useLayoutEffect(() => {
    reference.current = value;
  });
  return reference;
}
