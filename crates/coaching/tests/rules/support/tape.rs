//! Choices read off a tape of numbers. Generators that draw from a tape shrink with it: a shorter
//! tape and smaller numbers make a smaller record, and past its end every choice is the plainest.

/// A tape of numbers to choose by.
pub struct Tape<'a> {
    rest: std::slice::Iter<'a, u16>,
}

impl<'a> Tape<'a> {
    pub fn new(numbers: &'a [u16]) -> Self {
        Self {
            rest: numbers.iter(),
        }
    }

    fn next(&mut self) -> usize {
        self.rest.next().map_or(0, |number| usize::from(*number))
    }

    /// A number from 0 up to, not including, `end`, which is more than 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.next() % end
    }

    /// True in about that many of a hundred draws; never past the end of the tape.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// One of these, or none; none when there is nothing to pick.
    pub fn maybe<T: Clone>(&mut self, percent: usize, from: &[T]) -> Option<T> {
        (!from.is_empty() && self.chance(percent)).then(|| self.pick(from))
    }

    /// Some of these, in their order.
    pub fn some<T: Clone>(&mut self, percent: usize, from: &[T]) -> Vec<T> {
        let mut some = from.to_vec();
        some.retain(|_| self.chance(percent));
        some
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.below(end + 1));
        }
    }
}

/// A long tape that is the same at every run, for tests that count over many records.
pub fn fixed_tape(seed: u64, length: usize) -> Vec<u16> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1);
    let step = |_| {
        // Xorshift64*, of which the upper bits are taken.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 48) as u16
    };
    (0..length).map(step).collect()
}
