import { Redirect, Route, Switch } from "wouter";
import { screen } from "../screen.ts";

const DirectoryPage = screen(async () => (await import("./directory-page.tsx")).DirectoryPage);
const FriendsPage = screen(async () => (await import("../friends/friends-page.tsx")).FriendsPage);
const NotFoundPage = screen(async () => (await import("../pages/not-found-page.tsx")).NotFoundPage);
const ReportsPage = screen(async () => (await import("../reports/reports-page.tsx")).ReportsPage);
const SavedPage = screen(async () => (await import("../saved/saved-page.tsx")).SavedPage);
const SettingsPage = screen(async () => (await import("../settings/settings-page.tsx")).SettingsPage);
const ThreadsPage = screen(async () => (await import("../threads/threads-page.tsx")).ThreadsPage);

/** What stands in the place of a conversation. */
export function OtherPage() {
  return (
    <Switch>
      <Route path="/rooms" component={DirectoryPage} />
      <Route path="/settings/:section?" component={SettingsPage} />
      <Route path="/friends/:part?" component={FriendsPage} />
      <Route path="/threads" component={ThreadsPage} />
      <Route path="/saved" component={SavedPage} />
      <Route path="/reports/:part?" component={ReportsPage} />
      <Route path="/r">
        <Redirect to="/" replace />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
