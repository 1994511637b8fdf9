/** Words in the names of shared mailboxes. None of them is a common personal name. */
const SHARED: ReadonlySet<string> = new Set(
  `access accessibility admin administration advice archive arts booking business care centre central charity
  children club comms communication community complaint contact corporate culture customer data delivery democratic
  department desk digital editor education email enquiry enquiries event facilities feedback finance foi friends fund
  funding gallery general governance health hello help helpdesk heritage home info information inquiries job learning
  legal leisure licensing local mail mailbox management marketing media member membership mobile museum my national
  news newsletter noreply office officer online open operations ops our parish partnership payroll people permission
  planning policy practice press privacy procurement programme project protection public publications quality query queries
  records recruitment reply reporting request research sales schools secretary security service sport staff studies
  subscriptions support survey team tech the training us village visit visitor volunteer volunteering web webmaster
  welcome wellbeing young your youth`.split(/\s+/),
);

/** The number of first letters that two forms of a word share. */
const STEM = 5;

/**
 * Whether a lower-case address is a shared mailbox: one of its parts is a word from the host, from the title of the
 * toolkit, or from the names of typical shared mailboxes.
 */
export function isSharedMailbox(local: string, host: string, title: string): boolean {
  if (/^example\.(com|org|net)$/.test(host)) return true;
  const subjects = title.toLowerCase().split(/\P{L}+/u);
  return local
    .replace(/\d+$/, '')
    .split(/[._-]/)
    .some(
      (part) =>
        SHARED.has(part) ||
        SHARED.has(part.replace(/s$/, '')) ||
        (part.length > 3 && host.includes(part)) ||
        subjects.some((subject) => hasSameStem(part, subject)),
    );
}

/** Whether two words share enough letters at the start to be forms of one word, such as singular and plural. */
function hasSameStem(a: string, b: string): boolean {
  return a.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM);
}
