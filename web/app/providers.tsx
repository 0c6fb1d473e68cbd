import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { isTransient } from "../lib/http.ts";
import { i18n } from "../lib/i18n.ts";
import { readTokens } from "../lib/tokens.ts";
import { useMedia } from "../lib/use-media.ts";
import { ToastProvider } from "../ui/toast.tsx";

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // One more try, and only where trying again can help: a coded refusal stays a refusal.
        retry: (failures, error) => failures < 1 && isTransient(error),
        retryDelay: 600,
      },
    },
  });
}

/** Translations, server data, component theme and toasts for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  useEffect(() => {
    // Reasons for a match come in the reader's language: what is on screen stays until the other language has arrived.
    const askAgain = () => void queryClient.invalidateQueries();
    i18n.on("languageChanged", askAgain);
    return () => i18n.off("languageChanged", askAgain);
  }, [queryClient]);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const theme = useMemo(() => {
    const token = readTokens();
    return {
      token: {
        colorPrimary: token("primary"),
        colorLink: token("primary"),
        colorSuccess: token("success"),
        colorWarning: token("warning"),
        colorError: token("danger"),
        colorText: token("text"),
        colorTextSecondary: token("text-secondary"),
        colorBorder: token("line-strong"),
        borderRadius: 6,
        fontSize: 14,
        controlHeight: 32,
        fontFamily: token("font"),
        motion: !still,
      },
    };
  }, [still]);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <ConfigProvider theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
          <ToastProvider>{children}</ToastProvider>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
