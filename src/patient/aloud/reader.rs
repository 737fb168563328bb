//! Reading aloud: which sentence is being said, and what a voice is asked to do next.
//!
//! Voices of browsers are not to be relied on (rule 71): long texts break off, "pause" cancels on Android, a sentence that
//! was cancelled still reports its end, and some never report any. So a text is said sentence by sentence, pause means to
//! cancel and to say the sentence again, every sentence has a number, and one that takes too long is passed over. This
//! module must not know the browser: it is told what happened and gives back what is to be done.

use super::Sentence;

/// What a voice is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Be silent at once.
    Cancel,
    /// Call [`Aloud::tick`] after so many milliseconds.
    Wait(u64),
    /// Say this sentence; its end is reported with this number.
    Say(u32, Sentence),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Silent,
    /// The voice needs a moment after it was cancelled.
    Waiting(u64),
    Saying(u64),
    Paused,
}

/// A text that is read aloud.
#[derive(Debug)]
pub struct Aloud {
    sentences: Vec<Sentence>,
    at: usize,
    /// Counts what was said, so that the end of a cancelled sentence is not taken for the end of another.
    number: u32,
    state: State,
}

impl Default for Aloud {
    fn default() -> Aloud {
        Aloud { sentences: Vec::new(), at: 0, number: 0, state: State::Silent }
    }
}

impl Aloud {
    /// The rest that a voice needs after it was cancelled, in milliseconds.
    pub const REST: u64 = 100;
    /// After this time a sentence has ended, whatever the voice says, in milliseconds. 200 characters take about 14 seconds.
    pub const LONGEST: u64 = 30_000;

    /// Whether something is being said, or about to be.
    pub fn speaks(&self) -> bool {
        matches!(self.state, State::Waiting(_) | State::Saying(_))
    }

    /// Whether it was interrupted in the middle.
    pub fn is_paused(&self) -> bool {
        self.state == State::Paused
    }

    /// Reads these sentences, instead of whatever was being read.
    pub fn read(&mut self, sentences: Vec<Sentence>, now: u64) -> Vec<Act> {
        (self.sentences, self.at) = (sentences, 0);
        self.rest(now)
    }

    /// Falls silent; the sentence is said again on [`Aloud::resume`].
    pub fn pause(&mut self) -> Vec<Act> {
        if !self.speaks() {
            return Vec::new();
        }
        self.state = State::Paused;
        vec![Act::Cancel]
    }

    /// Goes on with the sentence that was interrupted.
    pub fn resume(&mut self, now: u64) -> Vec<Act> {
        if self.state == State::Paused { self.rest(now) } else { Vec::new() }
    }

    /// Falls silent and forgets the text: another screen, a covered screen, nobody there, the end of the visit.
    pub fn stop(&mut self) -> Vec<Act> {
        self.sentences = Vec::new();
        self.state = State::Silent;
        // Also if nothing was being said: whatever a voice still has in its queue goes too.
        vec![Act::Cancel]
    }

    /// The voice reports the end of a sentence.
    pub fn ended(&mut self, number: u32, now: u64) -> Vec<Act> {
        if number != self.number || !matches!(self.state, State::Saying(_)) {
            return Vec::new();
        }
        self.at += 1;
        self.say(now)
    }

    /// The voice reports that it cannot say a sentence. Without a voice there is no use in going on.
    pub fn failed(&mut self, number: u32) -> Vec<Act> {
        if number != self.number || !matches!(self.state, State::Saying(_)) {
            return Vec::new();
        }
        self.stop()
    }

    /// Time has passed.
    pub fn tick(&mut self, now: u64) -> Vec<Act> {
        match self.state {
            State::Waiting(until) if now >= until => self.say(now),
            State::Saying(since) if now >= since + Aloud::LONGEST => {
                self.at += 1;
                self.rest(now)
            }
            _ => Vec::new(),
        }
    }

    fn rest(&mut self, now: u64) -> Vec<Act> {
        self.state = State::Waiting(now + Aloud::REST);
        vec![Act::Cancel, Act::Wait(Aloud::REST)]
    }

    fn say(&mut self, now: u64) -> Vec<Act> {
        self.number += 1;
        let Some(sentence) = self.sentences.get(self.at) else {
            self.state = State::Silent;
            return Vec::new();
        };
        self.state = State::Saying(now);
        vec![Act::Say(self.number, sentence.clone())]
    }
}
