{{%AUTOESCAPE context="HTML"}}<section class="card" aria-labelledby="suggest-title">
<h2 id="suggest-title">{{L_SUGGEST}}</h2>
<p class="soft">{{L_SUGGEST_HELP}}</p>
{{#SUGGESTED_ALREADY}}<p class="notice">{{L_YOU_SUGGESTED}} : <strong>{{SUGGESTED_NAME}}</strong>{{#WORDS}} – {{BECAUSE}}{{/WORDS}}</p>
{{/SUGGESTED_ALREADY}}<form class="stack" method="post" action="{{BASE}}/suggest">
<input type="hidden" name="form-key" value="{{SUGGEST_KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="partner">{{L_SUGGEST_WHO}}</label><select id="partner" name="partner"><option value=""></option>{{#TO_SUGGEST}}<option value="{{ID}}">{{NAME}}</option>{{/TO_SUGGEST}}</select></div>
<div class="field"><label for="words">{{L_SUGGEST_WHY}}</label><textarea id="words" name="words" rows="2"></textarea></div>
<p class="buttons"><button>{{L_SUGGEST}}</button></p>
</form></section>
