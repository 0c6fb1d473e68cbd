import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";

interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

/** Shows a short message at the foot of the screen, with at most one thing to do about it. */
export type ShowToast = (text: string, action?: Toast["action"]) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Long enough to read a sentence and reach the button. */
const SHOWN_MS = 8_000;

/** Keeps and shows the latest toast for everything below. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback<ShowToast>(
    (text, action) => setToast((last) => ({ id: (last?.id ?? 0) + 1, text, ...(action ? { action } : {}) })),
    [],
  );
  useEffect(() => {
    if (!toast) return;
    const timer = window.setTimeout(() => setToast(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext.Provider value={value}>
      {children}
      <div className="toast-slot" role="status" aria-live="polite">
        {toast && (
          <div className="toast" key={toast.id}>
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className="toast-action"
                onClick={() => {
                  toast.action?.run();
                  setToast(null);
                }}
              >
                {toast.action.label}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}

/** @returns the function that shows a toast */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
