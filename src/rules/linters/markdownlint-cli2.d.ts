// The package ships no types for this entry point. These cover the documented API that `lint-structure.ts` uses.
declare module 'markdownlint-cli2/markdownlint/promise' {
  export interface LintError {
    lineNumber: number;
    ruleNames: string[];
    ruleDescription: string;
    ruleInformation: string | null;
    errorDetail: string | null;
    errorContext: string | null;
    errorRange: [column: number, length: number] | null;
    fixInfo: {lineNumber?: number; editColumn?: number; deleteCount?: number; insertText?: string} | null;
  }

  export function lint(options: {
    config: Readonly<Record<string, unknown>>;
    strings: Record<string, string>;
  }): Promise<Record<string, LintError[]>>;
}
