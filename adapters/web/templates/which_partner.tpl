{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_COMMITMENTS}}</h1>
<p>{{L_COMMITMENTS_INTRO}}</p></div>
{{#NOTE}}<p class="empty">{{SENTENCE}}</p>
{{/NOTE}}<section class="card" aria-labelledby="which"><h2 id="which">{{L_WHICH_PARTNER}}</h2>
<ul>{{#PARTNER}}<li><a href="{{ADDRESS}}">{{NAME}}</a></li>
{{/PARTNER}}</ul></section>
