{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/directory">{{L_DIR}}</a> <span>{{L_DIR_STAFF}}</span></nav>
<div class="title"><h1>{{L_DIR_STAFF}}</h1></div>
{{>REFUSED}}<div class="split">
<section class="card stack" aria-labelledby="new"><h2 id="new">{{HEADING}}</h2>
<form class="stack" method="post" action="/directory/staff">
<input type="hidden" name="form-key" value="{{NEW_KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}<p class="buttons"><button class="main">{{BUTTON}}</button></p>
</form></section>
<section class="card" aria-labelledby="absences"><h2 id="absences">{{L_DIR_ABSENCES}}</h2>
{{#NO_ABSENCE}}<p class="empty">{{L_DIR_NO_ABSENCE}}</p>
{{/NO_ABSENCE}}<ul class="due">{{#ABSENCE}}<li><p class="when">{{L_DIR_FROM}} {{FROM}}<br>{{L_DIR_UNTIL}} {{UNTIL}}</p><p><strong>{{NAME}}</strong><br><span class="soft">{{L_DIR_SUBSTITUTE}} : {{SUBSTITUTE}}</span>{{#OF_FOLDER}}<br><span class="tag">{{L_DIR_OF_FOLDER}}</span>{{/OF_FOLDER}}</p>{{#DROP}}<form method="post" action="/directory/staff"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="dir-drop" value="{{ID}}"><button class="quiet">{{L_DIR_REMOVE}}<span class="visually-hidden"> {{NAME}} {{FROM}}</span></button></form>{{/DROP}}</li>
{{/ABSENCE}}</ul></section>
</div>
<section class="card" aria-labelledby="history"><h2 id="history">{{L_DIR_HISTORY}}</h2>
{{#NO_HISTORY}}<p class="empty">{{L_DIR_NO_HISTORY}}</p>
{{/NO_HISTORY}}<ol class="timeline">{{#CHANGE}}<li><p class="when"><time>{{AT}}</time> · {{BY}}</p><ul>{{#LINE}}<li>{{TEXT}}</li>{{/LINE}}{{#NOTE}}<li class="soft">{{TEXT}}</li>{{/NOTE}}</ul></li>
{{/CHANGE}}</ol></section>
