/** Which dialog for bringing things in is open: the palette opens it from any page. */
class Bringing {
  what = $state<'contacts' | 'sessions' | null>(null);
}

export const bringing = new Bringing();
