/** Which dialog for bringing things in is open: the palette opens it from any page. */
class Bringing {
  what = $state<'contacts' | 'sessions' | 'notes' | null>(null);
}

export const bringing = new Bringing();
