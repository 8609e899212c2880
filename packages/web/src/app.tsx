import { type ReactNode, Suspense, useEffect } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { applyAppearance } from "./appearance.ts";
import { CrashScreen } from "./crash-screen.tsx";
import { AtRest, RestProvider } from "./rest.tsx";
import { Workspace } from "./rooms/workspace.tsx";
import { JoinPage, LinkPage, SetupPage, SignInPage, TooltipHost } from "./screens.ts";
import { SessionProvider, useSession } from "./session.tsx";
import { Splash } from "./splash.tsx";
import { ToastProvider } from "./ui/toast.tsx";
import { useAskedContrast } from "./use-asked-contrast.ts";
import { useClientState } from "./use-client-state.ts";
import { WordsProvider } from "./words/words-provider.tsx";

export function App() {
  return (
    <RestProvider>
      <SessionProvider>
        <Preferences>
          <ToastProvider>
            <CrashScreen>
              <Suspense fallback={<Splash />}>
                <Routes />
              </Suspense>
            </CrashScreen>
          </ToastProvider>
          <Suspense fallback={null}>
            <AtRest>
              <TooltipHost />
            </AtRest>
          </Suspense>
        </Preferences>
      </SessionProvider>
    </RestProvider>
  );
}

/** The person's settings: colours and language. Until they are known, what this browser had last. */
function Preferences({ children }: { children: ReactNode }) {
  const settings = useClientState((state) => (state.me === null ? null : state.settings));
  // What is kept of the state may be older than the colours that this browser had last.
  const isConfirmed = useClientState((state) => state.connection.hasConnected);
  useAskedContrast();
  useEffect(() => {
    if (settings !== null && isConfirmed) applyAppearance(settings);
  }, [settings, isConfirmed]);
  return <WordsProvider wanted={settings?.language ?? "system"}>{children}</WordsProvider>;
}

function Routes() {
  return (
    <Switch>
      <Route path="/setup" component={SetupPage} />
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/join" component={JoinPage} />
      <Route path="/link" component={LinkPage} />
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const { phase } = useSession();
  const [location] = useLocation();
  if (phase === "starting") return <Splash />;
  if (phase === "in") return <Workspace />;
  const next = location === "/" ? "" : `?next=${encodeURIComponent(location)}`;
  return <Redirect to={`/sign-in${next}`} replace />;
}
