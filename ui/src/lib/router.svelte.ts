import { hrefOf, routeOf, type Route } from './routes';

class Router {
  route = $state<Route>(routeOf(location.hash));

  constructor() {
    window.addEventListener('hashchange', () => {
      this.route = routeOf(location.hash);
    });
  }

  /** Goes to a place; the browser's back leads here again. */
  go(route: Route): void {
    location.hash = hrefOf(route);
    this.route = route;
  }

  /** Changes the place without a new step in the history, as for a slider. */
  replace(route: Route): void {
    history.replaceState(null, '', hrefOf(route));
    this.route = route;
  }
}

export const router = new Router();
