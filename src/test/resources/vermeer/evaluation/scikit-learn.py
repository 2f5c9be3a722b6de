# deterministic reference values for vermeer.evaluation, made with scikit-learn (and cleanlab where it says so)
import json, numpy as np, sklearn
from sklearn.linear_model import LogisticRegression
from sklearn import metrics
rng=np.random.RandomState(7)
n,k,d=90,3,12
y=np.repeat(np.arange(k),n//k)
centres=rng.randn(k,d)*0.8
X=(centres[y]+rng.randn(n,d)).astype(np.float32)
C=2.0
m=LogisticRegression(C=C,tol=1e-10,max_iter=10000).fit(X.astype(np.float64),y)
# noisy test logits
Xt=(centres[y]+1.3*rng.randn(n,d)).astype(np.float32)
logits=np.round(m.decision_function(Xt.astype(np.float64))*1.7,6)
p=np.exp(logits-logits.max(1,keepdims=True)); p/=p.sum(1,keepdims=True)
pred=p.argmax(1)
out={"made":"scikit-learn %s, numpy %s"%(sklearn.__version__,np.__version__),
 "features":X.tolist(),"labels":y.tolist(),"C":C,"coefficients":m.coef_.tolist(),"intercepts":m.intercept_.tolist(),
 "logits":logits.tolist(),
 "confusion":metrics.confusion_matrix(y,pred).tolist(),
 "accuracy":metrics.accuracy_score(y,pred),"balancedAccuracy":metrics.balanced_accuracy_score(y,pred),
 "precision":metrics.precision_score(y,pred,average=None).tolist(),"recall":metrics.recall_score(y,pred,average=None).tolist(),
 "f1":metrics.f1_score(y,pred,average=None).tolist(),"macroF1":metrics.f1_score(y,pred,average="macro"),
 "logLoss":metrics.log_loss(y,p),
 "rocAreas":[metrics.roc_auc_score(y==c,logits[:,c]) for c in range(k)],
 "rocAreasProbability":[metrics.roc_auc_score(y==c,p[:,c]) for c in range(k)],
 "averagePrecision":[metrics.average_precision_score(y==c,p[:,c]) for c in range(k)],
 "brier":float(((p-np.eye(k)[y])**2).sum(1).mean()),
}
# ECE, 10 equal-width bins (lo,hi], Guo et al. 2017
conf=p.max(1); ok=(pred==y)
ece=0
for b in range(10):
    s=(conf>b/10)&(conf<=(b+1)/10)
    if s.any(): ece+=s.mean()*abs(ok[s].mean()-conf[s].mean())
out["ece10"]=ece
from scipy.optimize import minimize_scalar
def nll(t):
    l=logits/t; l=l-l.max(1,keepdims=True); return -(l[np.arange(n),y]-np.log(np.exp(l).sum(1))).mean()
r=minimize_scalar(nll,bounds=(0.05,20),method="bounded",options={"xatol":1e-10}); out["temperature"]=r.x; out["nllAtTemperature"]=r.fun
try:
    import cleanlab
    from cleanlab.count import compute_confident_joint
    from cleanlab.rank import get_label_quality_scores
    given=y.copy(); flip=[3,17,40,66,80]; given[flip]=(given[flip]+1)%k
    cj,idx=compute_confident_joint(given,p,calibrate=False,return_indices_of_off_diagonals=True)
    out["cleanlab"]={"version":cleanlab.__version__,"given":given.tolist(),"joint":np.asarray(cj).tolist(),"suspects":sorted(int(i) for i in idx),
      "normalizedMargin":get_label_quality_scores(given,p,method="normalized_margin").tolist(),"selfConfidence":get_label_quality_scores(given,p,method="self_confidence").tolist()}
except ImportError as e: print(e)
from sklearn.covariance import LedoitWolf
lw=LedoitWolf().fit(X[:30].astype(np.float64)); out["ledoitWolfShrinkage"]=lw.shrinkage_
json.dump(out,open("reference.json","w"),separators=(",",":"))
import os; print(os.path.getsize("reference.json"), {a:b for a,b in out.items() if not isinstance(b,list) and a!="cleanlab"}, out.get("cleanlab",{}).get("suspects"))
