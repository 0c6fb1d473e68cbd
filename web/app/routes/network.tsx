import { ExplorerPage } from "../../features/network/explorer-page.tsx";

/** 合作网络: the explorer, with what other rooms put beside it. */
export function NetworkRoute() {
  return <ExplorerPage />;
}
