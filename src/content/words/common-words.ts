/** Words and parts of words that British public services write every day and that the dictionary lacks. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  ableism ableist aider aiders annum anonymise anonymised anonymising befriender befrienders byelaw byelaws café cafés
  chatbot chatbots comms consultee consultees covid coworking crèche crèches decarbonise decarbonised decarbonising
  digitalise digitalised ebook ebooks eg fintech funder funders geolocation glitchy hackathon hackathons hotdesking
  ie inclusivity jobcentre jobcentres jobseeker jobseekers judgment judgments mentee mentees mutuals naïve neurodivergent
  neurodiverse neurodiversity neurotypical offboarding onboarding positivity prebook prebooked preloaded prescriber
  prescribers procurements rata reablement rebrand rebranded rebranding refurb rehome rehomed reimagine reimagined
  reimagining repurpose repurposed repurposing reskill reskilled reskilling retender retendered retendering retitled
  roadmap roadmaps rollout rollouts scribing secondee secondees skillset skillsets subregional telecare telehealth
  unbanked unstaffed upcycle upcycled upcycling upskill upskilled upskilling vlog vlogs wayfinding webchat webpage
  webpages wi-fi wifi worklessness
  anti bi co cyber de eco extra geo inter intra macro micro mid mini mono multi neo non para pre pro pseudo quasi re
  semi socio sub super tele trans tri ultra un uni
  `
    .trim()
    .split(/\s+/),
);
