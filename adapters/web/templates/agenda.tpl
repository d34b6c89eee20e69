{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_MEETING}}</h1>
<p>{{TODAY}}. {{L_MEETING_INTRO}}</p></div>
{{#NOTHING}}<p class="empty">{{L_MEETING_EMPTY}}</p>
{{/NOTHING}}<div class="stack">
{{#GROUP}}<section class="card" aria-labelledby="agenda-{{KIND}}"><h2 id="agenda-{{KIND}}">{{TITLE}}</h2>
<ol class="agenda">
{{#LINE}}<li><h3><a href="/cases/{{CASE}}">{{NUMBER}} {{PERSON}}</a> · {{NEED}}{{#STATE}} <span class="tag state">{{TEXT}}</span>{{/STATE}}</h3>
{{#REASON}}<p class="soft">{{SENTENCE}}</p>
{{/REASON}}{{#ACTS}}<details class="act acts no-print"><summary aria-label="{{L_DECIDE}} : {{NUMBER}} {{NEED}}">{{L_DECIDE}}</summary><div class="inside">{{#SUBJECT}}<h4>{{ABOUT}}{{#SPOKEN}} <span class="soft">{{L_SPOKEN}}</span>{{/SPOKEN}}</h4>
{{#ACT}}<details class="act"><summary>{{TITLE}}</summary>
<form method="post" action="/cases/{{CASE}}/{{DOOR}}/{{NAME}}">
<input type="hidden" name="form-n" value="{{N}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="form-back" value="/agenda">
{{>SUGGESTIONS}}{{>INPUT}}{{#REPLY}}<div class="field"><label for="{{ID}}">{{L_CHANNEL}}</label><select id="{{ID}}" name="form-channel">{{#CHANNEL}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/CHANNEL}}</select></div>
{{/REPLY}}<button class="main">{{TITLE}}</button>
</form></details>
{{/ACT}}{{/SUBJECT}}</div></details>
{{/ACTS}}</li>
{{/LINE}}</ol></section>
{{/GROUP}}</div>
{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}
{{#LISTS_LATER}}<script src="{{SCRIPT}}" defer></script>
{{/LISTS_LATER}}