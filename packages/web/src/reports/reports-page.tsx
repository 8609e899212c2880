import { CheckCheck, ShieldCheck } from "lucide-react";
import { Redirect, useRoute } from "wouter";
import { PageFrame } from "../pages/page-frame.tsx";
import { PartsNav } from "../pages/parts-nav.tsx";
import { useWords } from "../words/use-words.ts";
import { AuditLog } from "./audit-log.tsx";
import { PageList } from "./page-list.tsx";
import { ReportCard } from "./report-card.tsx";
import { useReports } from "./use-reports.ts";

const parts = ["", "settled", "log"] as const;
type Part = (typeof parts)[number];

/** For those who keep order: what was reported to them, what became of it, and the log. */
export function ReportsPage() {
  const { reports } = useWords();
  const [, params] = useRoute("/reports/:part?");
  const part = parts.find((one) => one === (params?.part ?? ""));
  if (part === undefined) return <Redirect to="/reports" replace />;
  const labels: Record<Part, string> = { "": reports.open, settled: reports.settled, log: reports.log };
  const bar = parts.map((one) => ({
    href: one === "" ? "/reports" : `/reports/${one}`,
    label: labels[one],
    isCurrent: one === part,
  }));
  return (
    <PageFrame key={part} title={reports.title} bar={<PartsNav label={reports.pages} parts={bar} />}>
      {part === "log" ? <AuditLog /> : <Reports isOpen={part === ""} />}
    </PageFrame>
  );
}

function Reports({ isOpen }: { isOpen: boolean }) {
  const { reports } = useWords();
  const pages = useReports(isOpen);
  const empty = isOpen
    ? { icon: <ShieldCheck size={28} />, title: reports.emptyOpenTitle, text: reports.emptyOpenText }
    : { icon: <CheckCheck size={28} />, title: reports.emptySettledTitle, text: reports.emptySettledText };
  return (
    <PageList pages={pages} empty={empty} failed={reports.failed}>
      {(report, people) => <ReportCard key={report.id} report={report} people={people} onSettled={pages.reload} />}
    </PageList>
  );
}
