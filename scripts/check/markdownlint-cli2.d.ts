// The package ships no types: what `lint-structure.ts` uses of its documented API.
declare module 'markdownlint-cli2' {
  export interface LintResult {
    fileName: string;
    lineNumber: number;
    ruleNames: string[];
    ruleDescription: string;
    ruleInformation: string | null;
    errorDetail: string | null;
    errorContext: string | null;
    errorRange: [column: number, length: number] | null;
    fixInfo: {lineNumber?: number; editColumn?: number; deleteCount?: number; insertText?: string} | null;
  }

  export type OutputFormatter = (options: {results: LintResult[]}) => void;

  export function main(options: {
    directory: string;
    argv: string[];
    nonFileContents: Record<string, string>;
    optionsOverride: {outputFormatters: [OutputFormatter][]};
  }): Promise<number>;
}
