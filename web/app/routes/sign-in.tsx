import { SignInPage } from "../../features/auth/sign-in-page.tsx";

/** Signing in. */
export function SignInRoute() {
  return <SignInPage />;
}
