//! The voice of the device (rules 70, 71). WebView has none; whoever has none is told so and shown no button.

use super::{Voice, voice_for};
use crate::content::Language;
use crate::device::window;
use gloo_events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// So begins the name of a voice in Firefox, which has none but those of the system. Voices by network have other names.
const OF_SYSTEM: &str = "urn:moz-tts:";

/// The voice, if the device has one.
pub struct Speech {
    synthesis: Option<SpeechSynthesis>,
    /// Whether staff have tried the voices of which the browser cannot say where they speak.
    tried: bool,
    /// What is being said: Chrome forgets to report the end of what nobody holds.
    said: RefCell<Option<(SpeechSynthesisUtterance, [EventListener; 2])>>,
}

impl Speech {
    /// The voice of this device. `tried`: Firefox says of no voice on Linux that it is the device's own; staff have found that they are.
    pub fn of_device(tried: bool) -> Speech {
        let synthesis = window().and_then(|window| window.speech_synthesis().ok());
        // Where there is no such thing, the browser answers with nothing at all.
        let synthesis = synthesis.filter(|one| JsValue::from(one).is_truthy());
        Speech { synthesis, tried, said: RefCell::default() }
    }

    /// Whether it can read a language without sending anything away.
    pub fn can_read(&self, language: Language) -> bool {
        self.voice(language).is_some()
    }

    /// Says a sentence; `done` is told whether it could. `false` if there is no voice for it.
    pub fn say(&self, text: &str, language: Language, done: impl Fn(bool) + Clone + 'static) -> bool {
        let (Some(synthesis), Some(voice)) = (&self.synthesis, self.voice(language)) else { return false };
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return false };
        // Always a voice by name: the default may be one that sends the text away.
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        // A little slower, and not loud at first: others sit beside (rule 52).
        utterance.set_rate(0.9);
        utterance.set_volume(0.7);
        let on = done.clone();
        let end = EventListener::new(&utterance, "end", move |_| on(true));
        let error = EventListener::new(&utterance, "error", move |_| done(false));
        synthesis.speak(&utterance);
        self.said.replace(Some((utterance, [end, error])));
        true
    }

    /// Falls silent.
    pub fn cancel(&self) {
        self.synthesis.iter().for_each(SpeechSynthesis::cancel);
    }

    /// Calls `changed` when the device has found its voices: often after the page has started.
    pub fn when_voices_change(&self, changed: impl Fn() + 'static) {
        if let Some(synthesis) = &self.synthesis {
            EventListener::new(synthesis, "voiceschanged", move |_| changed()).forget();
        }
    }

    fn voice(&self, language: Language) -> Option<SpeechSynthesisVoice> {
        let voices: Vec<SpeechSynthesisVoice> =
            self.synthesis.as_ref()?.get_voices().iter().map(JsCast::unchecked_into).collect();
        let described: Vec<Voice> = voices
            .iter()
            .map(|voice| Voice {
                language: voice.lang(),
                local: voice.local_service() || (self.tried && voice.voice_uri().starts_with(OF_SYSTEM)),
                default: voice.default(),
            })
            .collect();
        voices.into_iter().nth(voice_for(&described, language)?)
    }
}
