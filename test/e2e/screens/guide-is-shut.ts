/** The guide lies over the person, who is looked at here. An empty page has no storage, nor has a mail in its frame. */
export const GUIDE_IS_SHUT = `try { localStorage.setItem('earshot.guide', '{"isOpen":false}') } catch {}`;
